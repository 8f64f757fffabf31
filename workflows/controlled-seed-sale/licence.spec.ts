import { describeLicence } from '@anuyat/licence-kit/testing';
import { storiesIn } from '../shared/stories-in';
import { licence } from './licence';

describeLicence(licence, storiesIn(import.meta.url));
